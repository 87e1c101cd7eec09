# Learning rates by torch.optim.lr_scheduler: python3 schedules.py > schedules.json
import torch, json, math, sys
def run(make, base, n):
    p=torch.nn.Parameter(torch.zeros(1,dtype=torch.float64)); o=torch.optim.SGD([p],lr=base)
    s=make(o); out=[]
    for i in range(n):
        out.append(o.param_groups[0]['lr']); o.step(); s.step()
    return out
L=torch.optim.lr_scheduler
cases=[]
def add(name, args, make, base=0.1, n=130):
    cases.append(dict(schedule=name, **args, base=base, expect=run(make,base,n)))
add('exponential',dict(gamma=0.97),lambda o:L.ExponentialLR(o,0.97))
add('step',dict(stepSize=7,gamma=0.6),lambda o:L.StepLR(o,7,0.6))
for T,m in ((60,1e-4),(7,0.01),(1,0.0),(2,0.003),(130,0)):
    add('cosine',dict(period=T,minimum=m),lambda o:L.CosineAnnealingLR(o,T,m))
for T,k,m in ((10,2,1e-4),(7,1,0.0),(3,3,0.01),(1,1,0.0)):
    add('cosine-restarts',dict(period=T,multiplier=k,minimum=m),lambda o:L.CosineAnnealingWarmRestarts(o,T,k,m))
for f,k in ((0.1,10),(1/3,5),(0.5,200)):
    add('linear-warmup',dict(startFactor=f,steps=k),lambda o:L.LinearLR(o,f,1.0,k))
for k,p in ((100,2.0),(20,1.0),(50,0.5)):
    add('polynomial',dict(steps=k,power=p),lambda o:L.PolynomialLR(o,k,p))
for k,w,d,fd in ((130,0.3,25.0,1e4),(131,0.5,10.0,100.0)):
    add('one-cycle',dict(steps=k,warmup=w,divisor=d,finalDivisor=fd),lambda o:L.OneCycleLR(o,0.1,total_steps=k,pct_start=w,div_factor=d,final_div_factor=fd,cycle_momentum=False),n=min(k,130))
# warm-up then cosine by SequentialLR
def seq(o): return L.SequentialLR(o,[L.LinearLR(o,0.1,1.0,10),L.CosineAnnealingLR(o,40,0.001)],[10])
add('linear-warmup',dict(startFactor=0.1,steps=10,then=dict(schedule='cosine',period=40,minimum=0.001)),seq,n=45)
# plateau
torch.manual_seed(1)
losses=[1/(1+i*0.2) if i<30 else 0.15+0.001*math.sin(i) for i in range(130)]
p=torch.nn.Parameter(torch.zeros(1,dtype=torch.float64)); o=torch.optim.SGD([p],lr=0.1)
s=L.ReduceLROnPlateau(o,factor=0.3,patience=4,threshold=1e-3,min_lr=1e-4); out=[]
for l in losses: out.append(o.param_groups[0]['lr']); o.step(); s.step(l)
cases.append(dict(schedule='plateau',factor=0.3,patience=4,threshold=1e-3,minimum=1e-4,base=0.1,losses=losses,expect=out))
json.dump(dict(source='PyTorch '+torch.__version__+', torch.optim.lr_scheduler', cases=cases),sys.stdout)
